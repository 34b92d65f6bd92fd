/** Tests of the backend. */
@NullMarked
package ads;

import org.jspecify.annotations.NullMarked;
