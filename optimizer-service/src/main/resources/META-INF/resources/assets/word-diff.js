// The difference of two texts in words: the longest common subsequence.

const MOST_CELLS = 4_000_000;

/** Splits a text into words, with the white space after each, so that joined parts are the text. */
export function words(text) {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/**
 * The parts of both texts in order: `{kind, text}` with kind `same`, `added` or `removed`. Parts of
 * a kind that follow each other are one.
 */
export function diff(before, after) {
  const one = words(before);
  const other = words(after);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const parts = [];
  add(parts, "same", one.slice(0, start));
  middle(parts, one.slice(start, one.length - end), other.slice(start, other.length - end));
  add(parts, "same", one.slice(one.length - end));
  return merged(parts);
}

function middle(parts, one, other) {
  if (one.length * other.length > MOST_CELLS) {
    add(parts, "removed", one);
    add(parts, "added", other);
    return;
  }
  const lengths = lcs(one, other);
  const width = other.length + 1;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      add(parts, "same", [one[i]]);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      add(parts, "removed", [one[i++]]);
    } else {
      add(parts, "added", [other[j++]]);
    }
  }
  add(parts, "removed", one.slice(i));
  add(parts, "added", other.slice(j));
}

/** The length of the longest common subsequence of each pair of endings. */
function lcs(one, other) {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] = one[i] === other[j]
        ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return lengths;
}

function add(parts, kind, some) {
  if (some.length > 0) parts.push({ kind, text: some.join("") });
}

/** Puts what was removed before what was added wherever both meet, and joins neighbours. */
function merged(parts) {
  const result = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) result.push({ kind: "removed", text: removed });
    if (added) result.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (/^\s+$/.test(text) && removed && added && index + 1 < parts.length && parts[index + 1].kind !== "same") {
      // A lone space between two changes belongs to both: whole phrases read better than single words.
      removed += text;
      added += text;
    } else {
      flush();
      if (result.at(-1)?.kind === "same") result.at(-1).text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
