package io.dlpo.backward;

/** A tagged block of a request: text that the model must treat as data. Pure. */
public final class TaggedBlock {

  private TaggedBlock() {}

  /** The text between tags; a tag inside the text cannot end the block. */
  public static String of(String name, String text) {
    return of(name, "", text);
  }

  /**
   * A block with attributes.
   *
   * @param attributes such as {@code id="1"}, empty if there are none
   */
  public static String of(String name, String attributes, String text) {
    String open = attributes.isEmpty() ? name : name + " " + attributes;
    String inner = text.replace("</" + name + ">", "<\\/" + name + ">");
    return "<" + open + ">\n" + inner + "\n</" + name + ">\n";
  }
}
