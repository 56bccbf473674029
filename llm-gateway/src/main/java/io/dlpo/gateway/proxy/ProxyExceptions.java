package io.dlpo.gateway.proxy;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that are called without the proxy: those of {@code NO_PROXY} and, always, this machine.
 * Names are not resolved, so that an address range covers only hosts that are written as addresses.
 *
 * @param entries what is called directly
 */
public record ProxyExceptions(List<Entry> entries) {

  private static final Pattern PART = Pattern.compile("[^,\\s]+");
  private static final Pattern RANGE = Pattern.compile("(.+)/(\\d{1,3})");
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\[[^\\]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
  private static final Pattern NAME =
      Pattern.compile("(?:\\*?\\.)?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");
  private static final List<Entry> THIS_MACHINE =
      List.of(
          new Entry.Domain("localhost", OptionalInt.empty()),
          new Entry.Network(address("127.0.0.0"), 8, OptionalInt.empty()),
          new Entry.Network(address("::1"), 128, OptionalInt.empty()));

  public ProxyExceptions {
    entries = List.copyOf(entries);
  }

  /** One entry of the list. */
  public sealed interface Entry {

    /** The port that it is for; empty for all. */
    OptionalInt port();

    /** All hosts. */
    record All(OptionalInt port) implements Entry {}

    /** A host and all names below it. */
    record Domain(String name, OptionalInt port) implements Entry {}

    /** The addresses that agree with one in their first bits. */
    record Network(List<Byte> address, int bits, OptionalInt port) implements Entry {

      public Network {
        address = List.copyOf(address);
      }
    }
  }

  /**
   * Reads a list of names, addresses, address ranges and {@code *}, separated by commas or spaces.
   * A name covers the names below it, with or without a leading dot. A port limits an entry to it.
   *
   * @param variable the environment variable that holds it
   * @throws IllegalArgumentException if an entry is malformed, naming the variable and the entry
   */
  public static ProxyExceptions parse(String variable, String list) {
    List<Entry> entries = new ArrayList<>(THIS_MACHINE);
    PART.matcher(list.toLowerCase(Locale.ROOT))
        .results()
        .forEach(part -> entries.add(entry(variable, part.group())));
    return new ProxyExceptions(entries);
  }

  /** Whether a host is called without the proxy. */
  public boolean cover(String host, int port) {
    String name = withoutBrackets(withoutLastDot(host.toLowerCase(Locale.ROOT)));
    List<Byte> address = address(name);
    return entries.stream()
        .filter(entry -> entry.port().isEmpty() || entry.port().getAsInt() == port)
        .anyMatch(
            entry ->
                switch (entry) {
                  case Entry.All ignored -> true;
                  case Entry.Domain domain ->
                      name.equals(domain.name()) || name.endsWith("." + domain.name());
                  case Entry.Network range -> contains(range, address);
                });
  }

  private static Entry entry(String variable, String text) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      List<Byte> address = address(withoutBrackets(range.group(1)));
      int bits = Integer.parseInt(range.group(2));
      if (address.isEmpty() || bits > address.size() * Byte.SIZE) {
        throw invalid(variable, text);
      }
      return new Entry.Network(address, bits, OptionalInt.empty());
    }
    List<Byte> bare = address(text);
    if (!bare.isEmpty()) {
      return new Entry.Network(bare, bare.size() * Byte.SIZE, OptionalInt.empty());
    }
    Matcher parts = WITH_PORT.matcher(text);
    if (!parts.matches()) {
      throw invalid(variable, text);
    }
    OptionalInt port =
        parts.group(2) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(parts.group(2)));
    return host(variable, text, withoutBrackets(parts.group(1)), port);
  }

  private static Entry host(String variable, String text, String host, OptionalInt port) {
    List<Byte> address = address(host);
    if (!address.isEmpty()) {
      return new Entry.Network(address, address.size() * Byte.SIZE, port);
    }
    if (host.equals("*")) {
      return new Entry.All(port);
    }
    if (!NAME.matcher(host).matches()) {
      throw invalid(variable, text);
    }
    return new Entry.Domain(withoutLastDot(host.replaceFirst("^\\*?\\.", "")), port);
  }

  private static IllegalArgumentException invalid(String variable, String entry) {
    return new IllegalArgumentException(
        "%s has the entry \"%s\"; each must be a host name, an IP address, a range such as 10.0.0.0/8, or *"
            .formatted(variable, entry));
  }

  private static boolean contains(Entry.Network range, List<Byte> address) {
    if (range.address().size() != address.size()) {
      return false;
    }
    int whole = range.bits() / Byte.SIZE;
    int rest = range.bits() % Byte.SIZE;
    if (!range.address().subList(0, whole).equals(address.subList(0, whole))) {
      return false;
    }
    int mask = 0xff << (Byte.SIZE - rest);
    return rest == 0 || (range.address().get(whole) & mask) == (address.get(whole) & mask);
  }

  /** The bytes of an IP address; empty for a name. */
  private static List<Byte> address(String host) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    if (bytes == null) {
      return List.of();
    }
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, i -> bytes[i]);
    return List.of(boxed);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static String withoutLastDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
