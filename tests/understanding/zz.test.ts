import { fold } from '../../src/understanding/folding/fold';
import { tokenise } from '../../src/understanding/tokens';
import { createConceptMatcher } from '../../src/understanding/concepts/concept-matcher';
test('x',()=>{
 const m=createConceptMatcher([
 {id:'help-me',expressions:{en:['help (me|us|)','need .. help'],es:['ayud(a|en)me'],'zh-Hans':['救命','帮 .. 我'],ko:['도와'],ar:['ساعد*','الشرطة'],es2:['=año']}},
 {id:'weapon',expressions:{en:['(has|have|got) (a|the|his|) (gun|knife)','*gun*'],ru:['пистолет*'],th:['ช่วย']}},
 ]);
 for (const t of ['HELPPPP me!!','i need some real help now','ayúdame por favor','他不让我走 救命','請幫我','도와주세요','ساعدوني وللشرطة','he has. a gun','ano','año','у него пистолетом','handguns','ช่วยด้วย', "I don't know, l'aide m'ap \"he said kill\" what?! ok 9:30"]) { const k=tokenise(fold(t)); console.log(t, k.words.join('|'), JSON.stringify(k.clauses), JSON.stringify(m.match(k).map(h=>[h.concept,t.slice(h.start,h.end),h.languages.join()]))); }
});
test('speed',()=>{
 let seed=1; const r=(n:number)=>{seed=(Math.imul(seed,1103515245)+12345)>>>0;return (seed>>>8)%n;};
 const vocab=Array.from({length:8000},()=>Array.from({length:3+r(6)},()=>'abcdefghijklmnopqrstuvwxyz'[r(26)]).join(''));
 const real='my boyfriend took my passport and he wont let me leave the house i am 15 please help he is coming back soon'.split(' ');
 const w=()=>r(4)===0?real[r(real.length)]!:vocab[r(8000)]!;
 const cs=Array.from({length:250},(_,i)=>({id:'c'+i,expressions:Object.fromEntries('en es fr pt-BR zh-Hans ar ht vi tl ru ko zh-Hant uk hi fa am sw so'.split(' ').map(l=>[l,Array.from({length:15},()=>r(3)===0?`${w()} ${w()}`:r(3)===0?`(${w()}|${w()}|) ${w()} .. ${w()}*`:r(2)===0?w()+'*':w())]))}));
 let t=performance.now(); const m=createConceptMatcher(cs); console.log('compile ms',performance.now()-t, process.memoryUsage().heapUsed/1e6);
 const s=real.join(' '); for(let i=0;i<3000;i++)m.match(tokenise(fold(s)));
 t=performance.now(); for(let i=0;i<3000;i++)fold(s); console.log('fold us',(performance.now()-t)/3);
 const f=fold(s);t=performance.now(); for(let i=0;i<3000;i++)tokenise(f); console.log('tok us',(performance.now()-t)/3);
 const k=tokenise(f);t=performance.now(); for(let i=0;i<3000;i++)m.match(k); console.log('match us',(performance.now()-t)/3, m.match(k).length);
});
