/** The entities of the ads-analytics backend, one for each table. */
@NullMarked
package ads.model;

import org.jspecify.annotations.NullMarked;
