<?php
/**
 * Plugin Name: Belegg check
 * Description: Publishes a post only while its text is the one that was signed off in Belegg.
 *
 * In wp-config.php:
 *   define('BELEGG_URL', 'https://belegg.example');
 *   define('BELEGG_TOKEN', '...');  // Of a token with the scope "read"
 * A post names its article in the custom field "belegg_article"; posts without one are left alone.
 */

/** What Belegg says of a text, or why it could not be asked. */
function belegg_check(string $article, string $title, string $content) {
    $html = '<h1>' . esc_html($title) . '</h1>' . apply_filters('the_content', $content);
    $answer = wp_remote_post(BELEGG_URL . '/api/articles/' . rawurlencode($article) . '/check', [
        'timeout' => 15,
        'headers' => ['Authorization' => 'Bearer ' . BELEGG_TOKEN, 'Content-Type' => 'application/json'],
        'body' => wp_json_encode(['format' => 'html', 'text' => $html]),
    ]);
    if (is_wp_error($answer)) return $answer;
    $said = json_decode(wp_remote_retrieve_body($answer), true);
    $status = wp_remote_retrieve_response_code($answer);
    if ($status === 200) return $said;
    return new WP_Error('belegg', $said['title'] ?? "Belegg answered $status");
}

/** In a sentence, why a text may not be published; null where it may. Whoever cannot ask does not publish. */
function belegg_refusal($said): ?string {
    if (is_wp_error($said)) return 'Belegg could not be asked: ' . $said->get_error_message();
    if ($said['checked']) return null;
    if ($said['outcome'] === 'unsigned') return 'The article is not signed off in Belegg.';
    if ($said['outcome'] === 'same') return 'The article has changed in Belegg since it was signed off.';
    $open = array_column($said['sentences'], 'text');
    if (!$open) return 'The text is not the one that was signed off in Belegg.';
    return 'Not checked: ' . implode(' / ', array_slice($open, 0, 3)) . (count($open) > 3 ? ' ...' : '');
}

/** The block editor saves by REST: refused, with the reason. */
add_filter('rest_pre_insert_post', function ($post, $request) {
    if (($post->post_status ?? get_post_status($post->ID ?? 0)) !== 'publish') return $post;
    $stored = get_post($post->ID ?? 0);
    $article = $request['meta']['belegg_article'] ?? get_post_meta($post->ID ?? 0, 'belegg_article', true);
    if (!$article) return $post;
    $title = $post->post_title ?? $stored->post_title ?? '';
    $refusal = belegg_refusal(belegg_check($article, $title, $post->post_content ?? $stored->post_content ?? ''));
    return $refusal === null ? $post : new WP_Error('belegg_unchecked', $refusal, ['status' => 409]);
}, 10, 2);

/** Everything else (the classic editor, quick edit, a scheduled post): kept back as pending. */
add_filter('wp_insert_post_data', function ($data, $given) {
    if (!in_array($data['post_status'], ['publish', 'future'], true) || defined('REST_REQUEST')) return $data;
    $article = get_post_meta($given['ID'] ?? 0, 'belegg_article', true);
    if (!$article) return $data;
    $text = [wp_unslash($data['post_title']), wp_unslash($data['post_content'])];
    if (belegg_refusal(belegg_check($article, ...$text)) !== null) $data['post_status'] = 'pending';
    return $data;
}, 10, 2);

/** A scheduled post is asked about once more when its hour comes: either text may have changed meanwhile. */
add_action('publish_future_post', function ($id) {
    $post = get_post($id);
    $article = get_post_meta($id, 'belegg_article', true);
    if (!$article || belegg_refusal(belegg_check($article, $post->post_title, $post->post_content)) === null) return;
    wp_update_post(['ID' => $id, 'post_status' => 'pending']);
}, 1);
