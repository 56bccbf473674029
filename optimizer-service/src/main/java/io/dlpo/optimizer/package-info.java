/** The optimizer: runs, techniques, the update, annealing, REST. */
@NullMarked
package io.dlpo.optimizer;

import org.jspecify.annotations.NullMarked;
