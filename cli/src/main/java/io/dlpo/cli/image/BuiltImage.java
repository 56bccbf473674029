package io.dlpo.cli.image;

import java.util.OptionalLong;

/**
 * An image that was built.
 *
 * @param name with registry and tag
 * @param bytes its size; empty if it was pushed without being kept here
 * @param components number of libraries that its SBOM names
 */
public record BuiltImage(String name, OptionalLong bytes, int components) {}
