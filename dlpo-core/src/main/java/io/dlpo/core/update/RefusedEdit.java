package io.dlpo.core.update;

/**
 * An edit that was not applied.
 *
 * @param edit what was asked for, in short
 * @param reason why it was not done, in words
 */
public record RefusedEdit(String edit, String reason) {

  @Override
  public String toString() {
    return edit + ": " + reason;
  }
}
