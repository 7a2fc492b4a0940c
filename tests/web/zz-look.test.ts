import { startWidget } from '../support/widget-page.js';
jest.setTimeout(120000);
test('look', async () => {
  const rig = await startWidget();
  for (const [name, options] of [['light', { viewport: { width: 400, height: 800 } }], ['dark', { viewport: { width: 400, height: 800 }, colorScheme: 'dark' }], ['wide', { viewport: { width: 1100, height: 800 } }]] as const) {
    const tab = await rig.openPage(options as never);
    const { page } = tab;
    await page.screenshot({ path: `/tmp/shots/${name}-0.png` });
    await page.click('#begin button');
    await page.waitForSelector('.choices');
    await page.screenshot({ path: `/tmp/shots/${name}-1.png` });
    await page.fill('#input', 'hes outside my door with a gun'); await page.keyboard.press('Enter');
    await page.waitForSelector('.safety');
    await page.screenshot({ path: `/tmp/shots/${name}-2.png` });
    await page.click('.safety .choices button');
    await page.waitForSelector('.items');
    await page.click('#s-needs'); await page.waitForSelector('[data-struck] #s-needs');
    await page.screenshot({ path: `/tmp/shots/${name}-3.png` });
    await page.fill('#input', 'what is a t visa'); await page.keyboard.press('Enter');
    await page.waitForSelector('.sources'); await page.click('.sources summary');
    await page.fill('#input', 'arabic please'); await page.keyboard.press('Enter');
    await page.waitForSelector('[dir=rtl]');
    const id = rig.house.inbounds.at(-1)!.conversationId;
    rig.house.add(id, { from: 'staff', id: 's1'+name, at: 0, deskName: 'Demo desk', reply: { id: 's1', kind: 'staff', language: 'en', dir: 'ltr', paragraphs: [[{ text: 'Hi, I am here with you now. Are you safe to write?' }]], choices: [] } });
    await page.waitForSelector('.staff');
    await page.screenshot({ path: `/tmp/shots/${name}-4.png` });
    await page.click('summary');
    await page.screenshot({ path: `/tmp/shots/${name}-5.png` });
    await page.selectOption('select', 'ar').catch((e)=>console.log('no ar'));
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shots/${name}-6.png` });
    console.log(tab.troubles, tab.asked.map(a=>a.method+' '+a.url).join('\n'));
  }
  await rig.close();
});
