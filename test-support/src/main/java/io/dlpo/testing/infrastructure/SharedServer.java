package io.dlpo.testing.infrastructure;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Finds a server that this JVM has already started, whatever class loader did it, or starts it. */
public final class SharedServer {

  private SharedServer() {}

  /** The server of that name, started by the first caller. Blocks while it starts. */
  public static ServerControl get(String name, Supplier<ServerControl> starter) {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    // The MBean server is the one object that all class loaders see.
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
