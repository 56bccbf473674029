package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Sets the size of the model client's connection pool. The LangChain4j extension ignores the
 * settings of {@code quarkus.rest-client}; without this listener at most 50 calls would run
 * concurrently.
 */
public class ConnectionPool implements RestClientListener {

  @Override
  public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
    GatewaySettings settings =
        ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(GatewaySettings.class);
    builder.property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.connections());
  }
}
