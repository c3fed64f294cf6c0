package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Secret;
import vn.nhip.store.StoreException;

@SuppressWarnings("NullAway.Init") // set before each test
class ConnectionsTest {

    private static final String SWAP = "UPDATE connection_secret SET sealed = (SELECT other.sealed FROM"
            + " connection_secret other WHERE other.name = '%s' AND other.connection_id = %d) WHERE name = '%s'"
            + " AND connection_id = %d";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aConnectionIsKeptWithItsSecretsAndListedWithoutThem() {
        Connection made = desk.expiredLogin("google");
        assertThat(desk.connections().list()).containsExactly(made);
        assertThat(made.toString()).doesNotContain("old-access", "refresh-0", "client-secret-1", "developer-1");
        assertThat(revealed(made, SecretName.REFRESH_TOKEN)).contains("refresh-0");
        assertThat(desk.connections().settings(made))
                .hasEntrySatisfying(
                        "developer-token", secret -> assertThat(secret.reveal()).isEqualTo("developer-1"));
        assertThat(desk.rows("SELECT name FROM connection_secret WHERE INSTR(sealed, 'refresh') > 0"
                        + " OR INSTR(sealed, 'developer-1') > 0"))
                .isEmpty();
    }

    @Test
    void connectingAgainReplacesTheWholeCredential() {
        Connection first = desk.expiredLogin("google");
        Connection again = desk.connections()
                .put("google", "google", Credential.token(Secret.of("pasted"), Map.of(), Optional.empty()));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.life().made()).isEqualTo(2);
        assertThat(revealed(again, SecretName.ACCESS_TOKEN)).contains("pasted");
        assertThat(revealed(again, SecretName.REFRESH_TOKEN)).isEmpty();
        assertThat(desk.connections().settings(again)).isEmpty();
    }

    @Test
    void aRemovedConnectionLeavesNoSecretBehind() {
        desk.expiredLogin("google");
        Connection other = desk.expiredLogin("other");
        assertThat(desk.connections().remove("google")).isTrue();
        assertThat(desk.connections().remove("google")).isFalse();
        assertThat(desk.connections().list()).containsExactly(other);
        assertThat(desk.rows("SELECT DISTINCT connection_id FROM connection_secret"))
                .containsExactly(Long.toString(other.id()));
    }

    @Test
    void aSecretThatWasMovedToAnotherRowDoesNotOpen() {
        Connection one = desk.expiredLogin("one");
        Connection two = desk.expiredLogin("two");
        move(SecretName.REFRESH_TOKEN, two, SecretName.REFRESH_TOKEN, one);
        assertThatThrownBy(() -> revealed(one, SecretName.REFRESH_TOKEN)).isInstanceOf(StoreException.class);
        move(SecretName.CLIENT_SECRET, two, SecretName.ACCESS_TOKEN, two);
        assertThatThrownBy(() -> revealed(two, SecretName.ACCESS_TOKEN)).isInstanceOf(StoreException.class);
        assertThat(revealed(two, SecretName.REFRESH_TOKEN)).contains("refresh-0");
    }

    @Test
    void noneOfAThousandFlippedBitsGoesUnnoticed() {
        Connection connection = desk.expiredLogin("google");
        byte[] sealed = desk.store.read(
                handle -> handle.createQuery("SELECT sealed FROM connection_secret WHERE name = 'refresh-token'")
                        .mapTo(byte[].class)
                        .one());
        Random random = new Random(7);
        for (int flip = 0; flip < 1_000; flip++) {
            byte[] changed = sealed.clone();
            int bit = random.nextInt(changed.length * 8);
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            desk.store.write(handle -> handle.execute(
                    "UPDATE connection_secret SET sealed = ? WHERE name = 'refresh-token'", (Object) changed));
            assertThatThrownBy(() -> revealed(connection, SecretName.REFRESH_TOKEN))
                    .as("bit %d", bit)
                    .isInstanceOf(StoreException.class);
        }
    }

    private void move(SecretName from, Connection source, SecretName to, Connection target) {
        int moved = desk.store.write(
                handle -> handle.execute(SWAP.formatted(from.id(), source.id(), to.id(), target.id())));
        assertThat(moved).isEqualTo(1);
    }

    private Optional<String> revealed(Connection connection, SecretName name) {
        return desk.connections().secret(connection, name).map(Secret::reveal);
    }
}
