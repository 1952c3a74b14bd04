@NullMarked
package io.axptoken.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
