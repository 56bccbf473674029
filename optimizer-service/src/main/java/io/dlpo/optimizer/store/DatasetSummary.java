package io.dlpo.optimizer.store;

/**
 * A dataset in a list.
 *
 * @param id derived from the content
 * @param name the display name
 * @param format the file format
 * @param rows the number of rows
 * @param bytes the file size
 */
public record DatasetSummary(String id, String name, String format, int rows, long bytes) {}
