package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.put;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scaling that would lose work or never act is found. */
class BrokenScalingTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.of(
            "keda",
            "ScaledObject",
            "forward-engine",
            put("/spec/scaleTargetRef", "name", "forward-engines"),
            "scales forward-engines, which is not there"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "evaluator",
            put("/spec", "minReplicaCount", 0),
            "lets evaluator rest, which has work without a record"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "forward-engine",
            put("/spec/triggers/0/metadata", "consumerGroup", "dlpo.forward-engine.example"),
            "which is no channel of its target"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "forward-engine",
            put("/spec", "maxReplicaCount", 25),
            "may have more pods than dlpo.example.requested.v1 has partitions"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "forward-engine",
            put("/spec/triggers/0/metadata", "offsetResetPolicy", "latest"),
            "takes a new group's backlog for none"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "evaluator",
            put("/metadata", "namespace", "team-a"),
            "is in the namespace 'team-a' and is sent to"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "evaluator",
            put("/spec/triggers/0/metadata", "bootstrapServers", "broker.dlpo.svc:9093"),
            "is sent to broker.dlpo.svc:9093, where nothing is"),
        Breakage.of(
            "keda", "Deployment", "forward-engine", put("/spec", "replicas", 2), "are at odds"),
        Breakage.of(
            "keda",
            "ScaledObject",
            "forward-engine",
            put("/spec", "maxReplicas", 2),
            "Unrecognized field \"maxReplicas\""),
        Breakage.of(
            "keda",
            "Cluster",
            "dlpo-postgres",
            put("/spec/postgresql/parameters", "max_connections", "1171"),
            "pods may hold 1152 connections, others 20, and the database allows 1171"),
        Breakage.of(
            "dev",
            "Deployment",
            "evaluator",
            put("/spec", "replicas", 4),
            "and the database allows 300"),
        Breakage.without("keda", "TriggerAuthentication", "kafka", "has no way to authenticate"),
        Breakage.of(
            "hpa",
            "HorizontalPodAutoscaler",
            "evaluator",
            put("/spec/scaleTargetRef", "name", "evaluators"),
            "scales evaluators, which is not there"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }
}
