package io.dlpo.core.registry;

/**
 * A change of a named prompt.
 *
 * @param next the name after the change
 * @param version the version that is new, or that got or lost a label
 * @param isNew whether the version is new
 */
public record PromptChange(NamedPrompt next, int version, boolean isNew) {}
