package io.dlpo.testing.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A forward proxy that asks for a user: it opens tunnels ({@code CONNECT}) and passes on requests
 * with a whole address. Hosts are those that a test names; nobody else can resolve them.
 * Thread-safe.
 */
public final class ForwardProxy implements AutoCloseable {

  private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.1");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?im)^proxy-authorization: (.*?)\r?\n");
  private static final int END_OF_STREAM = -1;

  private final ServerSocket server;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String credentials;

  private ForwardProxy(ServerSocket server, String credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /**
   * Starts a proxy on a free port of the loopback interface.
   *
   * @param credentials what it asks for, as {@code user:password}
   */
  public static ForwardProxy start(String credentials) {
    try {
      ForwardProxy proxy =
          new ForwardProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), credentials);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("the proxy does not start", e);
    }
  }

  /** The port on the loopback interface. */
  public int port() {
    return server.getLocalPort();
  }

  /**
   * Lets it know a host.
   *
   * @param port port of this machine that stands for all ports of the host
   */
  public void route(String host, int port) {
    ports.put(host, port);
  }

  /** What it was asked for since the last {@link #reset}, such as {@code CONNECT a.test:443}. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /** Asks for these credentials from now on, ends all connections and forgets what was seen. */
  public void reset(String expected) {
    credentials = expected;
    open.forEach(ForwardProxy::end);
    seen.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client) {
      String head = head(client.getInputStream());
      Matcher line = LINE.matcher(head);
      if (!line.lookingAt()) {
        return;
      }
      seen.add(line.group(1) + " " + line.group(2));
      if (!isAllowed(head)) {
        reply(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n");
        return;
      }
      boolean isTunnel = line.group(1).equals("CONNECT");
      URI target = URI.create(isTunnel ? "tunnel://" + line.group(2) : line.group(2));
      Integer port = ports.get(target.getHost());
      if (port == null) {
        reply(client, "502 Bad Gateway", "");
        return;
      }
      pass(client, port, isTunnel ? null : forwarded(head));
    } catch (IOException e) {
      // The other side has closed the connection, as it may.
      end(client);
    } finally {
      open.remove(client);
    }
  }

  /** The server closes after its reply, so that the next request comes here again. */
  private static String forwarded(String head) {
    String others = AUTHORIZATION.matcher(head).replaceAll("");
    return others.replaceFirst("\r\n", "\r\nConnection: close\r\n");
  }

  private void pass(Socket client, int port, String request) throws IOException {
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      if (request == null) {
        reply(client, "200 Connection established", null);
      } else {
        target.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      }
      threads.execute(() -> copy(client, target));
      copy(target, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed the connection; so does the other.
    } finally {
      end(from);
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isAllowed(String head) {
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    Matcher sent = AUTHORIZATION.matcher(head);
    return sent.find() && sent.group(1).equals(expected);
  }

  private static void reply(Socket client, String status, String headers) throws IOException {
    OutputStream out = client.getOutputStream();
    String end = headers == null ? "\r\n" : headers + "Content-Length: 0\r\n\r\n";
    out.write(("HTTP/1.1 " + status + "\r\n" + end).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Reads the head of a request byte by byte, since what follows is not for the proxy. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next == END_OF_STREAM) {
        return "";
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(ForwardProxy::end);
    threads.shutdownNow();
  }
}
