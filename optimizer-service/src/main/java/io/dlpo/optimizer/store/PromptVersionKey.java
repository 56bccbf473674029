package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The primary key of a version of a named prompt.
 *
 * @param name the name of the prompt
 * @param version the version
 */
public record PromptVersionKey(String name, int version) implements Serializable {}
