package io.dlpo.studies.estimate;

/**
 * What a model is asked.
 *
 * @param system its role
 * @param user the message
 */
record Request(String system, String user) {}
