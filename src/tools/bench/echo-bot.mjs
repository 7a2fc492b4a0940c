// The Bot Framework SDK's own echo bot as its sample has it, with conversation state in memory: what our turns are
// measured beside. It is no part of the service, so it may use the SDK and restify's body parser directly.
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
} from 'botbuilder';
import restify from 'restify';

class EchoBot extends ActivityHandler {
  constructor(conversationState) {
    super();
    this.conversationState = conversationState;
    this.turns = conversationState.createProperty('turns');
    this.onMessage(async (context, next) => {
      const turns = (await this.turns.get(context, 0)) + 1;
      await this.turns.set(context, turns);
      await context.sendActivity(`Turn ${turns}: you said ${context.activity.text}`);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await this.conversationState.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot(new ConversationState(new MemoryStorage()));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.once('SIGTERM', () => process.exit(0));
