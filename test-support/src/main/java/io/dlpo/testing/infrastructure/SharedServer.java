package io.dlpo.testing.infrastructure;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Returns the server that this JVM has already started, regardless of class loaders, or starts it.
 */
public final class SharedServer {

  private SharedServer() {}

  /** Returns the server with a name. The first call starts it and blocks until it is ready. */
  public static ServerControl get(String name, Supplier<ServerControl> starter) {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    // All class loaders share the MBean server.
    synchronized (beans) {
      try {
        ObjectName objectName = new ObjectName("io.dlpo.testing", "server", name);
        if (!beans.isRegistered(objectName)) {
          beans.registerMBean(starter.get(), objectName);
        }
        return JMX.newMXBeanProxy(beans, objectName, ServerControl.class);
      } catch (JMException e) {
        throw new IllegalStateException("cannot share the server " + name, e);
      }
    }
  }
}
