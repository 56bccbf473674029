/** The tests of the checks: each finds what it is there for, in a manifest broken on purpose. */
@NullMarked
package io.dlpo.deployment.broken;

import org.jspecify.annotations.NullMarked;
