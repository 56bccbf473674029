package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The key of an owner's row.
 *
 * @param kind of what is owned
 * @param id of what is owned
 * @param name of the owner
 */
public record OwnerKey(Owned kind, String id, String name) implements Serializable {}
