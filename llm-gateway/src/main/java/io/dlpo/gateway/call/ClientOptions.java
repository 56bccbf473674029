package io.dlpo.gateway.call;

import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.proxy.ProxyAddress;
import io.dlpo.gateway.proxy.ProxyRules;
import io.dlpo.gateway.trust.TrustedCertificates;
import io.quarkiverse.langchain4j.openai.QuarkusOpenAiChatModelBuilderFactory;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Map;
import java.util.Optional;

/**
 * Key, proxy and trusted certificates of the client of an endpoint. An invalid value prevents the
 * start. Thread-safe.
 */
@Startup
@ApplicationScoped
class ClientOptions {

  private final ProxyRules rules;
  private final Optional<TrustOptions> trust;

  /**
   * @throws IllegalArgumentException if a setting is invalid
   */
  ClientOptions(GatewaySettings settings) {
    this.rules = ProxyRules.of(settings.proxy());
    this.trust =
        settings
            .trustCertificates()
            .filter(file -> !file.isBlank())
            .map(TrustedCertificates::beside)
            .map(TrustOptions::wrap);
  }

  /** The proxy on the way to an endpoint; empty if it is called directly. */
  Optional<ProxyAddress> proxyFor(EndpointAccess access) {
    return rules.proxyFor(access.url());
  }

  /**
   * Gives the client of an endpoint its key and its proxy. The client asks for the key with each
   * request. The one that it is built with only tells it apart from those of other endpoints at the
   * same address, which it would otherwise share.
   */
  void apply(EndpointAccess access, OpenAiChatModelBuilder builder) {
    builder
        .apiKey("key-of-" + access.label())
        .customHeaders(() -> Map.of("Authorization", "Bearer " + access.key().value()));
    proxyFor(access)
        .map(proxy -> InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))
        .ifPresent(
            proxy ->
                ((QuarkusOpenAiChatModelBuilderFactory.Builder) builder)
                    .proxy(new Proxy(Proxy.Type.HTTP, proxy)));
  }

  /** Adds what the client's builder has no method for. */
  void complete(HttpClientOptions options) {
    trust.ifPresent(options::setTrustOptions);
    Optional.ofNullable(options.getProxyOptions())
        .ifPresent(
            proxy ->
                rules
                    .proxies()
                    .filter(known -> known.isAt(proxy.getHost(), proxy.getPort()))
                    .filter(known -> known.user() != null)
                    .findFirst()
                    .ifPresent(
                        known -> proxy.setUsername(known.user()).setPassword(known.password())));
  }
}
