import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { scriptOf } from '../../../src/core/health/script.js';

describe('scriptOf', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['A sentence in English about networks.', 'latin'],
    ['Ein Satz über Größe und Maß', 'latin'],
    ['本文提出了一种用于测试的新方法。', 'han'],
    ['本文提出 Transformer 网络用于图像分割与检测任务。', 'han'],
    ['これは試験のための短い文です。', 'han'],
    ['이 논문은 시험을 위한 새로운 방법을 제안한다.', 'hangul'],
    ['Это предложение написано по-русски.', 'cyrillic'],
    // A name of Chinese inside English says nothing of the sentence.
    ['The dataset that they call 百 has a million sentences from the web in it.', 'latin'],
    ['CLIP, 94.2 %', undefined],
    ['方法', undefined],
    ['', undefined],
    ['$\\alpha = 0.3$; 12345', undefined],
  ];
  for (const [text, script] of cases) {
    it(`takes "${text}" for ${script ?? 'nothing'}`, () => assert.equal(scriptOf(text), script));
  }
});
