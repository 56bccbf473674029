/**
 * Failure signatures: courses of a run that tell of settings to change. What is looked at are
 * decisions and scores alone; nothing here changes a run.
 */
@NullMarked
package io.dlpo.core.signature;

import org.jspecify.annotations.NullMarked;
