/** One declaration for each setting, and the sections and families that they make. */
@NullMarked
package io.axptoken.service.config.schema;

import org.jspecify.annotations.NullMarked;
