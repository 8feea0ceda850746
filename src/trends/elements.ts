/** Makes an HTML element with these properties. */
export function make<N extends keyof HTMLElementTagNameMap>(
  name: N,
  properties: Partial<HTMLElementTagNameMap[N]>,
): HTMLElementTagNameMap[N] {
  return Object.assign(document.createElement(name), properties);
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', textContent: text });
  made.addEventListener('click', press);
  return made;
}

/** A control with its name beside it. */
export function labelled(name: string, control: HTMLElement): HTMLLabelElement {
  const label = make('label', {});
  const text = make('span', { textContent: name });
  label.append(...(control instanceof HTMLInputElement ? [control, text] : [text, control]));
  return label;
}

/** Fills a choice anew, and chooses. */
export function setOptions(
  select: HTMLSelectElement,
  options: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
): void {
  const made = options.map(({ value, text }) => make('option', { value, textContent: text }));
  select.replaceChildren(...made);
  select.value = chosen;
}
