package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong input has its code and exit code, and changes nothing. */
final class WrongInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrad                                | L080 | 2 | did you mean:          limbeck upgrade
            upgrade --sqll                        | L080 | 2 | did you mean:         --sql
            upgrade --ur=x                        | L080 | 2 | did you mean:         --url
            --urll x upgrade                      | L080 | 2 | did you mean:         --url
            upgrade -z                            | L080 | 2 | upgrade --help
            upgrade --tag                         | L080 | 2 | the option --tag needs a value
            upgrade --tag a --tag b               | L080 | 2 | the option --tag is given twice
            upgrade --output x.sql                | L080 | 2 | --output needs --sql
            upgrade --format xml                  | L080 | 2 | there are text and json
            downgrade                             | L080 | 2 | needs a <target>
            downgrade -1 -1                       | L080 | 2 | takes only 1 <target>
            current head                          | L080 | 2 | takes no argument
            revision                              | L080 | 2 | needs a message
            revision -m x extra                   | L080 | 2 | takes no argument
            stamp                                 | L080 | 2 | needs a <target>
            stamp --purge --sql head              | L080 | 2 | don't go together
            upgrade 0001 0002 --sql               | L080 | 2 | a script has one target
            database                              | L080 | 2 | needs a <action>
            database drop                         | L080 | 2 | start, stop, status, url, psql and reset
            database stop now                     | L080 | 2 | takes no further argument
            completion fish                       | L080 | 2 | there are bash and zsh
            explain L000                          | L080 | 2 | limbeck explain
            upgrade --color purple                | L061 | 2 | auto, always, never
            upgrade --url mysql://x/y             | L061 | 2 | postgresql://
            upgrade -c none.properties            | L062 | 2 | none.properties
            upgrade nope                          | L010 | 1 | limbeck history
            upgrade                               | L012 | 1 | limbeck merge heads
            upgrade +1 --migrations empty         | L001 | 1 | limbeck revision
            upgrade 000                           | L011 | 1 | give more
            upgrade 0002+9                        | L014 | 1 | asks for 9 revisions
            upgrade +1                            | L013 | 1 | limbeck upgrade 0003
            downgrade 0003                        | L015 | 1 | is not applied
            downgrade base --sql                  | L015 | 1 | FROM:TO
            revision -m x --head 0001             | L017 | 1 | --splice
            revision -m x --id 0001 --head 0002   | L002 | 1 | already
            revision -m x --id a@b --head 0002    | L006 | 1 | a@b
            merge 0001 0002 -m x                  | L016 | 1 | nothing to merge
            merge heads --location elsewhere      | L061 | 2 | elsewhere
            show nope                             | L010 | 1 | limbeck history
            edit nope                             | L010 | 1 | limbeck history
            edit 0001                             | L081 | 1 | export EDITOR=vi
            init                                  | L024 | 1 | already
            database reset                        | L071 | 1 | --url embedded
            database reset --url embedded         | L082 | 4 | limbeck database reset --yes
            current --check-heads                 | L053 | 3 | limbeck upgrade heads
            current --url postgresql://localhost:1/x | L040 | 1 | localhost
            upgrade 0001 --lock-wait soon         | L061 | 2 | 10min
            """)
    void isRefused(String line, String code, int exit, String said) {
        Shell shell = new Shell(folder)
                .sqlProject()
                .migration("0001", "", "create users")
                .migration("0002", "0001", "add coupons")
                .migration("0003", "0001", "phone");
        shell.run("upgrade", "0001");
        List<String> before = shell.databaseContent();
        String[] files = folder.resolve("migrations").toFile().list();

        Shell.Result result = shell.run(line.strip().split("\\s+", -1));

        assertThat(result.err()).contains("error[" + code + "]: ").contains(said);
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.err()).doesNotContain("\tat ");
        assertThat(shell.databaseContent()).isEqualTo(before);
        assertThat(folder.resolve("migrations").toFile().list()).containsExactlyInAnyOrder(files);
    }
}
