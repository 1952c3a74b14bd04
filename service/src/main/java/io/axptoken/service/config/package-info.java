/** What a server of ours can be configured with, as records: plain data that is valid in itself. */
@NullMarked
package io.axptoken.service.config;

import org.jspecify.annotations.NullMarked;
