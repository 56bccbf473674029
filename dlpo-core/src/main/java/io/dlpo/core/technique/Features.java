package io.dlpo.core.technique;

import java.util.Objects;

/**
 * The features that the contrast has found.
 *
 * @param positive F⁺, features of good prompts
 * @param negative F⁻, features of bad prompts
 */
public record Features(String positive, String negative) {

  public Features {
    Objects.requireNonNull(positive, "Features.positive is missing");
    Objects.requireNonNull(negative, "Features.negative is missing");
  }
}
