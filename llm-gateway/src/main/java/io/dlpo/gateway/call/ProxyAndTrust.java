package io.dlpo.gateway.call;

import io.quarkus.arc.Arc;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/**
 * Sets the credentials of the proxy and the trusted certificates of the model client, which the
 * LangChain4j extension cannot.
 */
public class ProxyAndTrust implements RestClientListener {

  @Override
  public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
    ((VertxRequestCustomizingClientBuilder<?>) builder)
        .httpClientOptionsCustomizer(
            options -> Arc.container().instance(ClientOptions.class).get().complete(options));
  }
}
