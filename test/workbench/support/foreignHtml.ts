import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';

/** Fails unless a page's policy stops what HTML of foreign making would do if it came into an element. */
export async function runsNothing(page: FrameLocator, selector: string): Promise<void> {
  const violated = await page.locator(selector).evaluate(async (element) => {
    const directives: string[] = [];
    const stopped = new Promise<string[]>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (directives.push(event.effectiveDirective) === 4) resolve(directives.toSorted());
      });
    });
    element.innerHTML = '<img src="https://example.org/x.png" onerror="window.pwned = 1">';
    const script = document.createElement('script');
    script.textContent = 'window.pwned = 2';
    element.append(script);
    await fetch('https://example.org/x').catch(() => undefined);
    return stopped;
  });
  assert.deepEqual(violated, ['connect-src', 'img-src', 'script-src-attr', 'script-src-elem']);
  const isPwned = await page.locator('html').evaluate(() => Object.hasOwn(window, 'pwned'));
  assert.equal(isPwned, false);
}
