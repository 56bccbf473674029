package io.dlpo.backward;

/** A named part of a request: text that the model is to read as data. Pure. */
public final class Block {

  private Block() {}

  /** The text between its tags; a tag in the text cannot end the block. */
  public static String of(String name, String text) {
    return of(name, "", text);
  }

  /**
   * The same with attributes.
   *
   * @param attributes such as {@code id="1"}, empty if there are none
   */
  public static String of(String name, String attributes, String text) {
    String open = attributes.isEmpty() ? name : name + " " + attributes;
    String inner = text.replace("</" + name + ">", "<\\/" + name + ">");
    return "<" + open + ">\n" + inner + "\n</" + name + ">\n";
  }
}
