// Checks that look at the page from inside; an expression that gives an object of functions.
({
  /** Visible texts whose contrast (WCAG 2.2, 1.4.3) is under 4.5 to 1. */
  tooFaint() {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const color = rgba(getComputedStyle(at).backgroundColor);
        if (color[3] > 250) {
          return color;
        }
      }
      return [255, 255, 255, 255];
    };
    const luminance = (color) => {
      const [r, g, b] = color.slice(0, 3).map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && !element.matches("option, script, noscript"))
      .filter((element) => element.matches("input, select") ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
      .map((element) => {
        const text = rgba(getComputedStyle(element).color);
        return { element, ratio: contrast(text, ground(element)) };
      })
      .filter(({ ratio }) => ratio < 4.5)
      .map(({ element, ratio }) => `${element.tagName} "${element.textContent.slice(0, 40)}" ${ratio.toFixed(2)}`);
  },

  /** Controls that a screen reader would have to call "button" or "edit". */
  controlsWithoutName() {
    return [...document.querySelectorAll("input, select, button, progress, pre[tabindex]")]
      .filter((control) =>
        !control.getAttribute("aria-label") && !control.labels?.length && !control.textContent.trim())
      .map((control) => control.outerHTML);
  },

  /** Ids that occur twice, which breaks labels and descriptions. */
  duplicateIds() {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  },

  /** The visible headings in order, each with its level. */
  headings() {
    return [...document.querySelectorAll("h1, h2, h3, h4")]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => `${heading.tagName.slice(1)} ${heading.textContent}`);
  },
})
