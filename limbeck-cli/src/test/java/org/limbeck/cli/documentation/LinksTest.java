package org.limbeck.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between pages, to their headings and to files lead somewhere. */
class LinksTest {

    @Test
    void noLinkIsBroken() {
        Stream<Page> pages = Stream.concat(
                Repository.pages().stream(),
                Stream.of(Page.read(Repository.root().resolve("ARCHITECTURE.md"))));

        assertThat(pages.flatMap(page -> new Links(page).broken().stream())).isEmpty();
    }
}
