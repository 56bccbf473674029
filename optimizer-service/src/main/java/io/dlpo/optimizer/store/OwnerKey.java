package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The primary key of an owner row.
 *
 * @param kind the kind of the owned entity
 * @param id the id of the owned entity
 * @param name the name of the owner
 */
public record OwnerKey(Owned kind, String id, String name) implements Serializable {}
