package io.dlpo.deployment.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudNativePG's {@code postgresql.cnpg.io/v1}, the fields that manifests here use. */
final class CloudNativePg {

  private CloudNativePg() {}

  record Cluster(String apiVersion, String kind, Metadata metadata, ClusterSpec spec) {
    Cluster {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record ClusterSpec(
      Integer instances,
      String imageName,
      @Nullable Boolean enableSuperuserAccess,
      @Nullable String primaryUpdateStrategy,
      Storage storage,
      @Nullable Storage walStorage,
      @Nullable Resources resources,
      @Nullable Affinity affinity,
      @Nullable Postgresql postgresql,
      Bootstrap bootstrap,
      @Nullable Managed managed) {
    ClusterSpec {
      Required.field(instances, "spec.instances");
      Required.field(imageName, "spec.imageName");
      Required.field(storage, "spec.storage");
      Required.field(bootstrap, "spec.bootstrap");
      Required.oneOf(
          primaryUpdateStrategy, "spec.primaryUpdateStrategy", "unsupervised", "supervised");
    }
  }

  record Storage(String size, @Nullable String storageClass) {
    Storage {
      Required.field(size, "storage.size");
    }
  }

  record Resources(Map<String, String> requests, Map<String, String> limits) {}

  record Affinity(
      @Nullable Boolean enablePodAntiAffinity,
      @Nullable String topologyKey,
      @Nullable String podAntiAffinityType) {
    Affinity {
      Required.oneOf(
          podAntiAffinityType, "spec.affinity.podAntiAffinityType", "preferred", "required");
    }
  }

  record Postgresql(
      @Nullable Map<String, String> parameters,
      @JsonProperty("pg_hba") @Nullable List<String> accessRules) {}

  record Bootstrap(InitDb initdb) {
    Bootstrap {
      Required.field(initdb, "spec.bootstrap.initdb");
    }
  }

  record InitDb(
      String database,
      String owner,
      @Nullable List<String> postInitSQL,
      @Nullable List<String> postInitApplicationSQL) {
    InitDb {
      Required.field(database, "spec.bootstrap.initdb.database");
      Required.field(owner, "spec.bootstrap.initdb.owner");
    }
  }

  record Managed(List<Role> roles) {
    Managed {
      Required.field(roles, "spec.managed.roles");
    }
  }

  record Role(
      String name,
      @Nullable String ensure,
      @Nullable String comment,
      @Nullable Boolean login,
      @Nullable Boolean superuser,
      @Nullable Boolean inherit,
      @Nullable Integer connectionLimit,
      @Nullable List<String> inRoles,
      @Nullable SecretRef passwordSecret) {
    Role {
      Required.field(name, "spec.managed.roles.name");
      Required.oneOf(ensure, "spec.managed.roles.ensure", "present", "absent");
    }
  }

  record SecretRef(String name) {
    SecretRef {
      Required.field(name, "passwordSecret.name");
    }
  }
}
