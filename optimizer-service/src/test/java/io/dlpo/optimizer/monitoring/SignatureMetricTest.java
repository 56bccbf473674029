package io.dlpo.optimizer.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.optimizer.signature.Signature;
import io.dlpo.optimizer.signature.SignatureKind;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureMetricTest {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final SignatureMetric metric = new SignatureMetric();

  @BeforeEach
  void register() throws JMException {
    metric.register();
  }

  @AfterEach
  void unregister() throws JMException {
    metric.unregister();
  }

  @ParameterizedTest
  @EnumSource(SignatureKind.class)
  void shouldShowEachKindFromTheStart(SignatureKind kind) throws JMException {
    assertThat(count(kind)).isZero();
  }

  @Test
  void shouldCountEachKindApart() throws JMException {
    // When
    metric.count(new Signature(SignatureKind.STAGNATION, "one"));
    metric.count(new Signature(SignatureKind.STAGNATION, "two"));
    metric.count(new Signature(SignatureKind.OVERFITTING, "three"));

    // Then
    assertThat(count(SignatureKind.STAGNATION)).isEqualTo(2);
    assertThat(count(SignatureKind.OVERFITTING)).isEqualTo(1);
    assertThat(count(SignatureKind.OSCILLATION)).isZero();
  }

  @Test
  void shouldBeFoundUnderItsName() throws JMException {
    assertThat(SignatureMetric.name(SignatureKind.OSCILLATION).getCanonicalName())
        .isEqualTo("dlpo.run:kind=oscillation,type=signatures");
  }

  private long count(SignatureKind kind) throws JMException {
    return (Long) server.getAttribute(SignatureMetric.name(kind), "Count");
  }
}
