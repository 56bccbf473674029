package io.dlpo.deployment.secured;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker with one listener for clients: TLS, SCRAM, and rights that are asked for. What Strimzi
 * makes of an overlay's topics and users is made here by an administrator.
 */
final class SecuredBroker implements AutoCloseable {

  private static final String ADMIN = "admin";
  private static final ScramCredentialInfo SCRAM =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

  private final int port;
  private final Certificates certificates;
  private final Child process;

  private SecuredBroker(int port, Certificates certificates, Child process) {
    this.port = port;
    this.certificates = certificates;
    this.process = process;
  }

  static SecuredBroker start(Path folder, Certificates certificates)
      throws IOException, InterruptedException {
    int port = Ports.free();
    Path settings =
        Files.writeString(
            folder.resolve("server.properties"), settings(folder, port, certificates));
    String scram = "SCRAM-SHA-512=[name=%s,password=%s]".formatted(ADMIN, password(ADMIN));
    run(
            folder,
            "kafka-format",
            "kafka.tools.StorageTool",
            List.of(
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString(),
                "--add-scram",
                scram))
        .awaitEnd();
    return new SecuredBroker(
        port, certificates, run(folder, "kafka", "kafka.Kafka", List.of(settings.toString())));
  }

  private static Child run(Path folder, String name, String main, List<String> arguments)
      throws IOException {
    String classPath =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    return Child.java(
        folder,
        name,
        Map.of(),
        Stream.concat(Stream.of("-cp", classPath, main), arguments.stream()).toList());
  }

  private static String settings(Path folder, int port, Certificates certificates)
      throws IOException {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=SASL_SSL://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=SASL_SSL://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
    inter.broker.listener.name=SASL_SSL
    sasl.enabled.mechanisms=SCRAM-SHA-512
    sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
    listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=%6$s
    ssl.keystore.type=PKCS12
    ssl.keystore.location=%4$s
    ssl.keystore.password=%5$s
    ssl.truststore.type=PEM
    ssl.truststore.location=%7$s
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    # The controller's own listener asks for no name.
    super.users=User:admin;User:ANONYMOUS
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.num.partitions=4
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    """
        .formatted(
            port,
            Ports.free(),
            folder.resolve("kafka-data"),
            certificates.keystore(),
            Certificates.PASSWORD,
            login(ADMIN),
            certificates.certificate());
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** The password that a user has here. */
  static String password(String user) {
    return user + "-password";
  }

  /** A user's {@code sasl.jaas.config}, as Strimzi writes it in the user's secret. */
  static String login(String user) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password(user));
  }

  /** Settings of a client that comes as a user. */
  Map<String, Object> client(String user) {
    return Map.of(
        "bootstrap.servers",
        address(),
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        login(user),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        certificates.certificate().toString(),
        "default.api.timeout.ms",
        120000,
        "request.timeout.ms",
        10000);
  }

  Admin admin() {
    return Admin.create(client(ADMIN));
  }

  /** Makes the topics and users of an overlay, the users with their rights. */
  void apply(Manifests manifests) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin
          .createTopics(manifests.ofKind("KafkaTopic").map(SecuredBroker::topic).toList())
          .all()
          .get();
      admin
          .alterUserScramCredentials(
              manifests
                  .ofKind("KafkaUser")
                  .map(
                      user ->
                          new UserScramCredentialUpsertion(
                              user.name(), SCRAM, password(user.name())))
                  .map(UserScramCredentialAlteration.class::cast)
                  .toList())
          .all()
          .get();
      admin
          .createAcls(manifests.ofKind("KafkaUser").flatMap(SecuredBroker::rights).toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new AssertionError("the broker said:\n" + process.said(), e);
    }
  }

  private static NewTopic topic(Manifest topic) {
    return new NewTopic(topic.name(), topic.at("/spec/partitions").asInt(), (short) 1);
  }

  private static Stream<AclBinding> rights(Manifest user) {
    return user.at("/spec/authorization/acls")
        .valueStream()
        .flatMap(
            rule ->
                rule.path("operations")
                    .valueStream()
                    .map(
                        operation ->
                            new AclBinding(
                                new ResourcePattern(
                                    ResourceType.fromString(rule.at("/resource/type").asText()),
                                    rule.at("/resource/name").asText(),
                                    PatternType.valueOf(
                                        rule.at("/resource/patternType")
                                            .asText()
                                            .toUpperCase(Locale.ROOT))),
                                new AccessControlEntry(
                                    "User:" + user.name(),
                                    "*",
                                    AclOperation.fromString(operation.asText()),
                                    AclPermissionType.ALLOW))));
  }

  @Override
  public void close() {
    process.close();
  }
}
