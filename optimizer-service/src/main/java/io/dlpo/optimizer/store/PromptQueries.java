package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.registry.NamedPrompt;
import io.dlpo.core.registry.RegisteredVersion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads named prompts by their primary keys, without locking them. Blocks. */
@ApplicationScoped
public class PromptQueries implements PanacheRepositoryBase<StoredPrompt, String> {

  private static final String BY_NAME = "order by name";

  private static final String OWNED =
      "name in (select o.id from StoredOwner o where o.kind = ?1 and o.name = ?2) ";

  private final PromptVersionStore versions;

  PromptQueries(PromptVersionStore versions) {
    this.versions = versions;
  }

  /**
   * Lists the names in alphabetical order.
   *
   * @param owner restricts the list to this owner; empty for all names
   */
  @Transactional
  public List<PromptSummary> all(int count, Optional<String> owner) {
    return owner
        .map(holder -> find(OWNED + BY_NAME, Owned.PROMPT, holder))
        .orElseGet(() -> find(BY_NAME))
        .page(0, count)
        .stream()
        .map(row -> new PromptSummary(row.name(), row.state(), row.changedAt()))
        .toList();
  }

  /** Returns the versions and labels of a name, or empty if it does not exist. */
  @Transactional
  public Optional<NamedPrompt> state(PromptName name) {
    return findByIdOptional(name.value()).map(StoredPrompt::state);
  }

  /** Returns a version, or empty if it does not exist. */
  @Transactional
  public Optional<RegisteredVersion> version(PromptName name, NamedPrompt state, int version) {
    return versions.find(name, version).map(row -> row.in(state));
  }

  /** Lists the latest versions of a name, newest first. */
  @Transactional
  public List<RegisteredVersion> versions(PromptName name, NamedPrompt state, int count) {
    return versions.of(name, count).stream().map(row -> row.in(state)).toList();
  }
}
