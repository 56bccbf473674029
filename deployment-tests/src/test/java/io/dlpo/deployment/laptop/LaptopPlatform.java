package io.dlpo.deployment.laptop;

import java.util.List;

/** A platform that the local stack runs on. */
enum LaptopPlatform {
  LINUX_AMD64("linux-amd64", "Linux", "amd64", "postgres-linux-x86_64.txz"),
  LINUX_ARM64("linux-arm64v8", "Linux", "aarch64", "postgres-linux-arm_64.txz"),
  MACOS_AMD64("darwin-amd64", "Mac OS X", "x86_64", "postgres-darwin-x86_64.txz"),
  MACOS_ARM64("darwin-arm64v8", "Mac OS X", "aarch64", "postgres-darwin-arm_64.txz");

  /** The value of the property {@code dlpo.platform}, which is also the id of the profile. */
  final String id;

  /** What Java says in {@code os.name} there. */
  final String osName;

  /** What Java says in {@code os.arch} there. */
  final String osArch;

  /** The file of the server in the artifact, by which the library looks for it. */
  final String server;

  LaptopPlatform(String id, String osName, String osArch, String server) {
    this.id = id;
    this.osName = osName;
    this.osArch = osArch;
    this.server = server;
  }

  /** The libraries in C of Kafka's compression, as files in the jars of all platforms. */
  List<String> natives() {
    return switch (this) {
      case LINUX_AMD64 ->
          List.of(
              "linux/amd64/libzstd-jni-", "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so");
      case LINUX_ARM64 ->
          List.of(
              "linux/aarch64/libzstd-jni-",
              "org/xerial/snappy/native/Linux/aarch64/libsnappyjava.so");
      case MACOS_AMD64 ->
          List.of(
              "darwin/x86_64/libzstd-jni-",
              "org/xerial/snappy/native/Mac/x86_64/libsnappyjava.dylib");
      case MACOS_ARM64 ->
          List.of(
              "darwin/aarch64/libzstd-jni-",
              "org/xerial/snappy/native/Mac/aarch64/libsnappyjava.dylib");
    };
  }

  /** Whether the first bytes of a program are those of a program for this platform. */
  boolean runs(byte[] head) {
    boolean linux = osName.equals("Linux");
    if (linux) {
      int machine = (head[18] & 0xFF) | (head[19] & 0xFF) << 8;
      return head[0] == 0x7F && head[1] == 'E' && machine == (osArch.equals("amd64") ? 62 : 183);
    }
    return isMachO(head);
  }

  /** A universal program for both processors, big-endian: magic, count, then the types. */
  private boolean isMachO(byte[] head) {
    boolean universal =
        (head[0] & 0xFF) == 0xCA
            && (head[1] & 0xFF) == 0xFE
            && (head[2] & 0xFF) == 0xBA
            && (head[3] & 0xFF) == 0xBE;
    int wanted = osArch.equals("x86_64") ? 7 : 12;
    for (int i = 0; universal && i < head[7]; i++) {
      int type = 8 + 20 * i;
      if (head[type] == 1 && head[type + 3] == wanted) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return id;
  }
}
