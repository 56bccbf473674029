package io.dlpo.core.technique;

import java.util.Objects;

/**
 * What the contrast has found, as texts of their own.
 *
 * @param positive F⁺, what good prompts have
 * @param negative F⁻, what bad prompts have
 */
public record Features(String positive, String negative) {

  public Features {
    Objects.requireNonNull(positive, "Features.positive is missing");
    Objects.requireNonNull(negative, "Features.negative is missing");
  }
}
