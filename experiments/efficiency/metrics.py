"""Reads and scores replies as DLPO does, as far as the tasks here need it: see "How an answer is read" in docs/spec.md."""

import fractions
import re
import unicodedata

LABEL = re.compile(
    r"^[\s*_#>`~\-•+|]*(?:\d+[.)]\s*)?[*_`]*(?:(?:so|thus|hence|therefore),?\s+)?(?:(?:the|my)\s+)?(?:final\s+|correct\s+)?"
    r"answer(?:\s+is)?[\s*_`]*[:：]",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?:[-+]\s?)?(?:\$\s?)?-?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?(?:/\d+)?|-?\.\d+")
CHANGES = {"not", "no", "than", "least", "most", "to", "minus", "hundred", "thousand", "million"}
PAIR = re.compile(r"""^(?:"([^"]*)"|'([^']*)'|\\boxed\s*\{(.*)\}|\$\$?([^$]+)\$\$?|\\\((.*)\\\))$""")


def instruction(metric):
    """What is added to the prompt."""
    end = 'End your reply with a line of its own: "Answer: " followed by '
    return {
        "number": end + "the number, in digits, and nothing else.",
        "exact": end + "the answer and nothing else.",
        "choice": end + "one of these and nothing else: " + ", ".join(metric.get("options", [])) + ".",
        "contains": "",
    }[metric["type"]]


def plain(text):
    """The text with straight quotation marks and single blanks, without what cannot be seen."""
    text = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    for quote, straight in (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(quote, straight)
    return " ".join(text.split())


def unwrapped(text):
    """The text without one layer of what models write around an answer."""
    less = re.sub(r"^[\s*_#>`~]+|[\s*_#`~]+$", "", text)
    if less != text:
        return less
    pair = PAIR.match(text)
    if pair:
        return next(group for group in pair.groups() if group is not None).strip()
    return re.sub(r"(?<=.)\s*[.。]+$", "", text)


def readings(text):
    """The answer as written, then with less and less around it."""
    all_of_them = [plain(text)]
    while unwrapped(all_of_them[-1]) != all_of_them[-1]:
        all_of_them.append(unwrapped(all_of_them[-1]))
    return all_of_them


def answer(reply):
    """The readings of what follows the last "Answer:" or stands on the next line; None if there is none."""
    lines = reply.splitlines()
    for i in range(len(lines) - 1, -1, -1):
        label = LABEL.match(lines[i])
        if label:
            candidates = [readings(text) for text in [lines[i][label.end() :]] + lines[i + 1 :]]
            return next((each for each in candidates if each[-1]), candidates[0])
    boxed = re.findall(r"\\boxed\s*\{([^{}]*)\}", reply)
    return readings(boxed[-1]) if boxed else None


def number(text):
    """The one number of an answer, perhaps with a unit; None if there is none or more than one."""
    text = re.sub(r"[‐-―−]", "-", text)
    term = text[text.rfind("=") + 1 :] if re.search(r"\d", text[text.rfind("=") + 1 :]) else text
    found = list(NUMBER.finditer(term))
    if len(found) != 1:
        return None
    before, after = term[: found[0].start()], term[found[0].end() :]
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", before + " " + after)}
    if words & CHANGES or before[-1:].isalpha() or re.match(r"[a-zA-Z²³^]", after):
        return None
    try:
        return fractions.Fraction(re.sub(r"[\s,$+]", "", found[0].group()))
    except (ValueError, ZeroDivisionError):
        return None


def option(options, found):
    """The option that an answer names, alone or with text behind it; None if there is none or more than one."""

    def bare(text):
        return re.sub(r"^[(\[{<\s]+|[)\]}>.,:;!?\s]+$", "", plain(text)).casefold()

    for text in reversed(found):
        text = re.sub(r"^(?:the\s+)?(?:(?:final|correct)\s+)?(?:answer|option|choice)(?:\s+is)?:?\s+", "", text, flags=re.I)
        for name in options:
            if bare(name) == bare(text):
                return name
        for separator in re.finditer(r"[)\]}>.,:;](?=\s)|\s[-–—](?=\s)", text):
            named = [name for name in options if bare(name) == bare(text[: separator.start()])]
            rest = text[separator.end() :]
            others = [name for name in options if name not in named]
            if named and not any(re.search(rf"(?<!\w){re.escape(bare(name))}(?!\w)", rest, re.I) for name in others):
                return named[0]
    return None


def quoted(text):
    text = " ".join(text.split())
    return f'"{text if len(text) <= 200 else text[:200] + "…"}"'


def score(metric, reply, reference):
    """Whether a reply is right, and what the critique is told."""
    if metric["type"] == "contains":
        text, wanted = plain(reply), plain(reference)
        if metric.get("ignoreCase"):
            text, wanted = text.lower(), wanted.lower()
        return told(wanted in text, f"The reply does not contain {quoted(reference)}.")
    found = answer(reply)
    if found is None:
        missing = 'The reply has no line that starts with "Answer:", so no answer could be read. Expected was '
        return told(False, missing + quoted(reference) + ".")
    given = quoted(found[0])
    if metric["type"] == "number":
        value = number(found[-1])
        if value is None:
            count = len(NUMBER.findall(found[-1]))
            holds = f"holds {count or 'no'} number{'s' if count > 1 else ''}; it must hold exactly one"
            problem = "has more beside its number" if count == 1 else holds
            return told(False, f"The answer line gives {given}, which {problem}. The right number is {reference.strip()}.")
        return told(value == number(reference), f"The answer line gives {given}; the right number is {reference.strip()}.")
    if metric["type"] == "choice":
        named = option(metric["options"], found)
        right = named is not None and named == option(metric["options"], [reference])
        none = "" if named else f", which is none of the options {quoted(', '.join(metric['options']))}"
        return told(right, f"The answer line gives {quoted(found[-1])}{none}; the right option is {quoted(reference)}.")
    fold = str.casefold if metric.get("ignoreCase") else str
    right = any(fold(plain(each)) == fold(plain(reference)) for each in found)
    return told(right, f"The answer line gives {given}; expected was exactly {quoted(reference)}.")


def told(right, problem):
    return right, "The answer is right." if right else problem
