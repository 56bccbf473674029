package io.dlpo.optimizer.monitoring;

import io.dlpo.optimizer.signature.Signature;
import io.dlpo.optimizer.signature.SignatureKind;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Counts the failure signatures that are recognised in runs: {@code dlpo.run.signatures} by kind,
 * over JMX, as {@code dlpo.run:type=signatures,kind=oscillation} with the attribute {@code Count}.
 * Each kind is there from the start, at 0. Thread-safe.
 */
@Startup
@ApplicationScoped
public class SignatureMetric {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final Map<SignatureKind, LongAdder> counts = new EnumMap<>(SignatureKind.class);

  SignatureMetric() {
    for (SignatureKind kind : SignatureKind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  @PostConstruct
  void register() throws JMException {
    for (Map.Entry<SignatureKind, LongAdder> count : counts.entrySet()) {
      SignatureCountMXBean bean = count.getValue()::sum;
      server.registerMBean(
          new StandardMBean(bean, SignatureCountMXBean.class, true), name(count.getKey()));
    }
  }

  @PreDestroy
  void unregister() throws JMException {
    for (SignatureKind kind : counts.keySet()) {
      server.unregisterMBean(name(kind));
    }
  }

  /** Called when the transaction in which it was recognised has succeeded. */
  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Signature recognised) {
    counts.get(recognised.kind()).increment();
  }

  /** The name under which a kind's count is found. */
  public static ObjectName name(SignatureKind kind) throws MalformedObjectNameException {
    return new ObjectName("dlpo.run:type=signatures,kind=" + kind.name().toLowerCase(Locale.ROOT));
  }
}
