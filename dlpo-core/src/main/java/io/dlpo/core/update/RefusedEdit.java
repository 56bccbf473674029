package io.dlpo.core.update;

/**
 * An edit that was not applied.
 *
 * @param edit short description of the edit
 * @param reason why it was not applied
 */
public record RefusedEdit(String edit, String reason) {

  @Override
  public String toString() {
    return edit + ": " + reason;
  }
}
