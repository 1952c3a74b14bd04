/** What the server costs, beside a bare nginx reverse proxy. */
@NullMarked
package io.axptoken.bench;

import org.jspecify.annotations.NullMarked;
