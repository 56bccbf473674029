package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The versions of named prompts. Used within the transactions of others. */
@ApplicationScoped
class PromptVersionStore implements PanacheRepositoryBase<StoredPromptVersion, PromptVersionKey> {

  Optional<StoredPromptVersion> find(PromptName name, int version) {
    return findByIdOptional(new PromptVersionKey(name.value(), version));
  }

  /** Returns the version that a run's prompt has under a name. */
  Optional<StoredPromptVersion> of(PromptName name, RunId runId) {
    return find("name = ?1 and runId = ?2", name.value(), runId.value()).firstResultOptional();
  }

  /** Lists the versions of a name, newest first. */
  List<StoredPromptVersion> of(PromptName name, int count) {
    return find("name = ?1 order by version desc", name.value()).page(0, count).list();
  }
}
