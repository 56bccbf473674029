package io.dlpo.optimizer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Finds the classes of the REST resources, so that nothing has to list them. */
@ApplicationScoped
public class RestResources {

  private final BeanManager beans;

  RestResources(BeanManager beans) {
    this.beans = beans;
  }

  /** Returns the classes of all resources. */
  public Stream<Class<?>> classes() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class));
  }
}
