package io.dlpo.optimizer.store;

/**
 * A dataset as it is listed.
 *
 * @param id derived from its content
 * @param name for people
 * @param format of the file
 * @param rows how many
 * @param bytes of the file
 */
public record DatasetSummary(String id, String name, String format, int rows, long bytes) {}
