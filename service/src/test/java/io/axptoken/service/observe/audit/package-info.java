/** What the record of decisions writes, whatever a program decides. */
@NullMarked
package io.axptoken.service.observe.audit;

import org.jspecify.annotations.NullMarked;
