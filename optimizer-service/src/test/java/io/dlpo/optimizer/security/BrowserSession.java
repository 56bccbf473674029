package io.dlpo.optimizer.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does with the cookies and the sign-in form of an issuer. */
final class BrowserSession {

  private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");
  private static final int MOST_REDIRECTS = 10;

  private final URI service;
  private final CookieManager cookies = new LocalCookies();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** Browsers send secure cookies to the loopback interface without TLS too. */
  private static final class LocalCookies extends CookieManager {

    LocalCookies() {
      super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
      super.put(uri, headers);
      getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
    }
  }

  BrowserSession(URI service) {
    this.service = service;
  }

  /** Requests a path without following redirects. */
  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(service.resolve(path)));
  }

  String json(String path) {
    return get(path).body();
  }

  HttpResponse<String> post(String path, String csrfToken) {
    return send(changing(path, csrfToken).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> delete(String path, String csrfToken) {
    return send(changing(path, csrfToken).DELETE());
  }

  /** Returns the token that the service gave this browser. */
  String csrfToken() {
    return found(TOKEN, json("/session"));
  }

  void cookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain(service.getHost());
    cookie.setVersion(0);
    cookies.getCookieStore().add(service, cookie);
  }

  /** Signs in with a user of the issuer and returns the path of the page that follows. */
  String signIn(String user, String to) {
    String path = "/session/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    HttpResponse<String> form = follow(get(path));
    URI action = URI.create(found(FORM, form.body()).replace("&amp;", "&"));
    HttpResponse<String> page =
        follow(
            send(
                HttpRequest.newBuilder(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "username=%s&password=%s-password".formatted(user, user)))));
    return page.uri().getPath();
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      String location = response.headers().firstValue("Location").orElse(null);
      if (location == null) {
        return response;
      }
      response = send(HttpRequest.newBuilder(response.uri().resolve(location)));
    }
    throw new IllegalStateException("too many redirects, the last to " + response.uri());
  }

  private HttpRequest.Builder changing(String path, String csrfToken) {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
    return csrfToken == null ? request : request.header("X-CSRF-Token", csrfToken);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
