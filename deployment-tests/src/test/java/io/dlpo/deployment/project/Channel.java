package io.dlpo.deployment.project;

/**
 * What a service reads.
 *
 * @param name of the channel in the service's settings
 * @param topic that it reads
 * @param group that it reads as
 * @param deadLetters topic for what it cannot process
 */
public record Channel(String name, String topic, String group, String deadLetters) {}
