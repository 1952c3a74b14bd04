/** The record of decisions. */
@NullMarked
package io.axptoken.service.observe.audit;

import org.jspecify.annotations.NullMarked;
