import type { Register } from '@qiangxian/kernel/registers/registers'
import { registers } from '../declarations.ts'
import { rowsOf } from './rows-of.ts'
import type { TestPlatform } from './test-platform.ts'

/** What marks everything of the other jurisdiction: its ids and logins, and, in Chinese, its names. */
export const foreign = 'BIEXIAN'
export const foreignName = '别县'

/** A second jurisdiction in the same database, with one row in every table that belongs to a jurisdiction. */
export async function insertOtherJurisdiction(platform: Pick<TestPlatform, 'tamper'>): Promise<void> {
  await platform.tamper(house)
  await platform.tamper(plan)
  await platform.tamper(work)
  await platform.tamper(values)
  await platform.tamper(imports)
  await platform.tamper(figures)
  await platform.tamper(matters)
  await platform.tamper(registers.all.map(rowsOfRegister).join(';'))
  const empty = [...(await rowsOf(platform, 'biexian'))].filter(([, { count }]) => count === 0).map(([table]) => table)
  if (empty.length > 0) throw new Error(`the other jurisdiction has no row in ${empty.join(', ')}: add one`)
}

const at = `'2026-11-25T01:00:00Z'`
const hash = `encode(sha256('${foreign}'), 'hex')`
/** the jurisdiction and the id with which nearly every row begins */
const key = `'biexian', '${foreign}'`
const by = `null, '别县人'`

const house = `
  insert into jurisdiction values ('biexian', '别县', '别县', true, ${at});
  insert into party (jurisdiction, id, name, short_name, kind, ordinal, pinyin, created_at)
    values (${key}, '别县局', '别县局', 'department', 1, 'bie xian ju', ${at});
  insert into party_alias values ('biexian', '别县老局', '${foreign}', '别县', ${at});
  insert into party_member values (${key}, '${foreign}');
  insert into account (jurisdiction, id, login, display_name, password_hash, must_change_password, created_at)
    values (${key}, 'biexian', '别县人', 'x', false, ${at});
  insert into account_role values (${key}, 'administrator', null, 0);
  insert into account_second_factor values (${key}, 'BIEXIAN', ${at}, 1, ${at});
  insert into account_recovery_code values (${key}, ${hash}, null);
  insert into account_identity values (${key}, '${foreign}', 'https://biexian.example', '别县人', ${at}, '别县人', null);
  insert into identity_visit values (${key}, ${hash}, ${hash}, 'x', 'x', '${foreign}', '/', '2027-01-01');
  insert into identity_reference values ('biexian', '${foreign}', 'https://biexian.example', '别县另一人', '2027-01-01');
  insert into sign_in_step values (${key}, ${hash}, '${foreign}', '别县电脑', '别县浏览器', 'password', '2027-01-01');
  insert into sign_in_attempt values (${key}, ${hash}, ${hash}, false, ${at});
  insert into session (jurisdiction, id, token_hash, account_id, device, created_at, last_seen_at, expires_at)
    values (${key}, ${hash}, '${foreign}', '别县电脑', ${at}, ${at}, '2027-01-01');
  insert into evidence_blob values ('biexian', ${hash}, 1, 'text/plain', null, 'notScanned', ${at});
  insert into evidence (jurisdiction, id, sha256, name, purpose, given_by, given_by_label, visibility, given_at)
    values (${key}, ${hash}, '别县文件', 'plan', ${by}, 'public', ${at});
  insert into journal values ('biexian', 1, ${at}, null, '别县人', 'office', 'web', 'r', 'party.create', 'party',
    '${foreign}', null, '{}', null, repeat('0', 64), ${hash});
  insert into journal_head values ('biexian', 1, ${hash});
  insert into search_entry (jurisdiction, kind, id, title, context, path, weight, tokens)
    values ('biexian', 'target', '${foreign}', '别县目标', '别县', '/targets/${foreign}', 9, '别县');
  insert into outbox (jurisdiction, id, topic, payload, created_at, dispatched_at)
    values (${key}, 'report.returned', '{"title":"别县消息"}', ${at}, ${at});
  insert into delivery values (${key}, 'inApp', 1, ${at}, ${at}, null);
  insert into notice (jurisdiction, id, outbox_id, account_id, kind, title, body, path, subject_kind, subject_id, created_at)
    values (${key}, '${foreign}', '${foreign}', 'report.returned', '别县消息', '别县', '/', 'report', '${foreign}', ${at});
  insert into job_run (jurisdiction, id, job_id, requested_at, started_at, ended_at, outcome, detail)
    values (${key}, 'clock.step', ${at}, ${at}, ${at}, 'failed', '{"error":"别县出错"}')`

const version = `${key}, 1`
const item = `${version}, '${foreign}'`

const plan = `
  insert into plan values (${key}, 1, ${at});
  insert into plan_import (jurisdiction, id, status, source_text, notes, created_by_label, created_at)
    values (${key}, 'review', '别县方案', '[]', '别县人', ${at});
  insert into plan_import_item (jurisdiction, import_id, id, kind, ordinal, content, decision, revision)
    values (${key}, '${foreign}', 'question', 0, '{"message":"别县问题","answer":null}', 'pending', 1);
  insert into plan_version (jurisdiction, plan_id, version, title, period_start, period_end, effective_from, adopted_at,
    adopted_by_label) values (${version}, '别县方案', '2024-01-01', '2027-12-31', '2024-01-01', ${at}, '别县人');
  insert into plan_group values (${item}, 1, '别县板块', 'creation');
  insert into plan_task (jurisdiction, plan_id, version, item_id, ordinal, number, title, area, summary)
    values (${item}, 0, 77, '别县任务', 'creation', '别县');
  insert into plan_responsibility values (${item}, '${foreign}', 'lead', 0, '别县局');
  insert into plan_target (jurisdiction, plan_id, version, item_id, ordinal, code, name, short_name, area, comparator,
    value, unit, base_value, base_unit)
    values (${item}, 0, '${foreign}', '别县目标', '别县目标', 'creation', 'gte', 1, '件', 1, '件');
  insert into plan_target_year values (${item}, 2026, 1);
  insert into plan_statement values (${item}, 0, '别县', '别县', null, null);
  insert into plan_milestone (jurisdiction, plan_id, version, item_id, ordinal, code, name, level, area, parts)
    values (${item}, 0, '${foreign}', '别县里程碑', 'achieve', 'creation', '[]');
  insert into plan_item_owner values (${item}, '${foreign}', 0);
  insert into plan_item_task values (${item}, '${foreign}');
  insert into plan_safeguard values (${item}, 1, '别县保障', '别县', null, null, null);
  insert into plan_phase values (${item}, 0, '别县阶段', '2024-01-01', '2027-12-31', '别县', null, null, null);
  insert into plan_question values (${item}, 0, '别县问题', null)`

const work = `
  insert into counter values ('biexian', 'reminderLetter:2026', 7);
  insert into clock_state (jurisdiction, last_on, last_at) values ('biexian', '2026-11-24', ${at});
  insert into item_setting (jurisdiction, id, item_kind, item_id, cycle, decided_at, decided_by_label)
    values (${key}, 'target', '${foreign}', 'quarter', ${at}, '别县人');
  insert into unit_statistic values (${key}, '别县人口', '人', '别县');
  insert into unit_statistic_value values (${key}, '${foreign}', '2024-12-31', 1);
  insert into breakdown (jurisdiction, id, item_id, axis, method, total, decided_at, decided_by_label)
    values (${key}, '${foreign}', 'unit', 'equal', 1, ${at}, '别县人');
  insert into breakdown_share (jurisdiction, breakdown_id, ordinal, party_id, value) values (${key}, 0, '${foreign}', 1);
  insert into target_task_weight values (${key}, '${foreign}', 50);
  insert into task_part (jurisdiction, id, task_item_id, party_id, share, content, status, created_at)
    values (${key}, '${foreign}', '${foreign}', 'lead', '别县分工', 'waiting', ${at});
  insert into task_part_act (jurisdiction, id, part_id, act, on_date, at, by_account, by_label)
    values (${key}, '${foreign}', 'assign', '2026-11-01', ${at}, ${by});
  insert into duty (jurisdiction, id, kind, item_kind, item_id, party_id, scope, period, period_start, period_end, title,
    opened_on, due_on, provisional, next_act_on, created_at)
    values (${key}, 'report', 'target', '${foreign}', '${foreign}', 'county', '2026-10', '2026-10-01', '2026-10-31',
      '别县报送', '2026-11-01', '2026-11-06', false, '2026-11-25', ${at});
  insert into urging (jurisdiction, id, duty_id, party_id, step, due_on, number, on_date, words, at, by_label)
    values (${key}, '${foreign}', '${foreign}', 'reminderLetter', '2026-11-06', '提醒函〔2026〕7号', '2026-11-07', '别县', ${at}, '别县人');
  insert into urging_reply (jurisdiction, id, urging_id, words, at, by_label)
    values (${key}, '${foreign}', '别县回复', ${at}, '别县人');
  insert into extension_request (jurisdiction, id, duty_id, ordinal, asked_to, reason, asked_on, asked_at, asked_by_label)
    values (${key}, '${foreign}', 1, '2026-12-01', '别县', '2026-11-05', ${at}, '别县人');
  insert into report (jurisdiction, id, duty_id, item_kind, item_id, party_id, scope, period, period_end, state, narrative,
    value_state, value, updated_at, updated_by_label)
    values (${key}, '${foreign}', 'target', '${foreign}', '${foreign}', 'county', '2026-10', '2026-10-31', 'submitted',
      '别县', 'value', 1, ${at}, '别县人');
  insert into report_act (jurisdiction, id, report_id, act, on_date, at, by_label, snapshot)
    values (${key}, '${foreign}', 'submit', '2026-11-25', ${at}, '别县人', '{}');
  insert into report_evidence (jurisdiction, report_id, evidence_id, ordinal) values (${key}, '${foreign}', 1);
  insert into sheet_import (jurisdiction, id, party_id, period, file_name, rows, issues, state, created_at, created_by_label)
    values (${key}, '${foreign}', '2026-10', '别县.xlsx', '[]', '[]', 'waiting', ${at}, '别县人')`

const values = `
  insert into observation (jurisdiction, id, item_id, scope_key, party_id, period, period_end, value_state, value, source,
    report_id, plan_version, at, by_label)
    values (${key}, '${foreign}', 'county', '${foreign}', '2026-10', '2026-10-31', 'value', 1, '别县', '${foreign}', 1,
      ${at}, '别县人');
  insert into observation_mark (jurisdiction, observation_id, mark, at, by_label) values (${key}, 'approved', ${at}, '别县人');
  insert into indicator_value (jurisdiction, item_id, scope_key, period, period_end, observation_id, value_state, value,
    status, status_at) values (${key}, 'county', '2026-10', '2026-10-31', '${foreign}', 'value', 1, 'reported', ${at});
  insert into milestone_standing (jurisdiction, item_id, parts, status, report_id, updated_at)
    values (${key}, '[]', 'approved', '${foreign}', ${at});
  insert into light_change (jurisdiction, id, item_kind, item_id, basis, ordinal, on_date, from_light, to_light, why_zh,
    why_en, at) values (${key}, 'target', '${foreign}', 'approved', 1, '2026-11-25', null, 'red', '别县', '别县', ${at})`

const imports = `
  insert into import_run (jurisdiction, id, register, evidence_id, sha256, file_name, format, status, layout, mapping,
    bytes_total, started_at, by_label, options)
    values (${key}, 'market-entity', '${foreign}', ${hash}, '别县名单.csv', 'csv', 'ready', '[]', '[]', 1, ${at}, '别县人', '{}');
  insert into import_row values (${key}, '别县名单', 2, 'faulty', null, '别县企业', '{}', '[]', null);
  insert into import_batch values (${key}, 1, '别县名单', 2, 3, 1, 1, 0, 0, ${hash}, ${at});
  insert into import_decision values (${key}, '别县名单', 2, 'skip', ${at}, '别县人');
  insert into import_heading values ('biexian', 'market-entity', '别县名称', 'name', 1, ${at});
  insert into name_match (jurisdiction, id, register, written, written_key, status, candidates, first_seen_at)
    values (${key}, 'market-entity', '别县企业', '别县企业', 'open', '[]', ${at})`

const figures = `
  insert into register_change values ('biexian', 'market-entity', 1, ${at});
  insert into saved_view values (${key}, 'market-entity', '${foreign}', '别县视图', true, '{}', ${at});
  insert into record_merge (jurisdiction, id, register, kept_id, merged_ids, before, reason, at, by_label)
    values (${key}, 'market-entity', '${foreign}', '{}', '{}', '别县重复', ${at}, '别县人');
  insert into record_mistake (jurisdiction, id, register, record_id, words, at, by_label)
    values (${key}, 'market-entity', '${foreign}', '别县报错', ${at}, '别县人');
  insert into account_entity values (${key}, 'market-entity', '${foreign}', ${at}, '别县人');
  insert into definition_version values ('biexian', 'indicator', '${foreign}', 1, '2024-01-01', '{}', 'edited', '别县改动',
    ${at}, ${by});
  insert into computed_value values ('biexian', '${foreign}', 'county', '2026-10-31', 'missing', null, '别县缺数', '[]', 1, ${at});
  insert into computed_state values ('biexian', '${foreign}', 1, '{}', '2026-11-25', ${at}, '别县出错');
  insert into value_freeze (jurisdiction, id, indicator, scope_key, period, on_date, state, inputs, definition_version,
    resolved, known_at, reason, by_label)
    values (${key}, '${foreign}', 'county', '2026-10', '2026-10-31', 'missing', '[]', 1, '{}', ${at}, '别县', '别县人');
  insert into quality_finding (jurisdiction, id, rule, subject_kind, subject_id, subject_label, severity, message, remedy,
    found_on, status)
    values (${key}, '${foreign}', 'market-entity', '${foreign}', '别县企业', 'error', '{"zh":"别县"}', '{"zh":"别县"}',
      '2026-11-25', 'open')`

const ofMatter = `${key}, '${foreign}'`

const matters = `
  insert into calendar_year values (${key}, 2028, '{}', '别县通知', ${at}, '别县人');
  insert into service_state values ('biexian', 'rights-assistance', false, '别县暂停', ${at}, '别县人');
  insert into matter_version values ('biexian', '${foreign}', 1, '{"label":"别县事项"}', 'x', ${at}, '别县', '别县人');
  insert into matter_number values ('biexian', '别县', '20261125', 7);
  insert into visit (jurisdiction, id, token_hash, phone_blind, phone_masked, browser, created_at, expires_at)
    values (${key}, ${hash}, 'x', '别县号码', '别县浏览器', ${at}, '2027-01-01');
  insert into phone_code (jurisdiction, id, phone_blind, code_hash, on_day, ordinal, created_at, expires_at)
    values (${key}, 'x', 'x', '2026-11-25', 1, ${at}, '2027-01-01');
  insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status, unit_id,
    handler_account, handler_label, entrance, applicant_label, values, origins, act_count, revision, submitted_at,
    submitted_on, last_act_at, tokens)
    values (${key}, '${foreign}', '${foreign}', 1, 'services', '别县办件', '{}', '{received}', 'open', '${foreign}',
      '${foreign}', '别县人', 'account', '别县申请人', '{}', '{}', 1, 1, ${at}, '2026-11-25', ${at}, '别县');
  insert into matter_act (jurisdiction, matter_id, ordinal, act, label, at, on_day, by_label, by_kind, from_phases,
    to_phases, input, for_applicant)
    values (${key}, 1, 'submit', '提交', ${at}, '2026-11-25', '别县人', 'applicant', '{}', '{received}', '{}', true);
  insert into matter_limit (jurisdiction, id, matter_id, limit_id, kind, label, rule, rule_from, whose, length_n,
    length_unit, started_on, raw_due, due_on, is_provisional, stops, extensions, status)
    values (${ofMatter}, 'decide', 'legal', '别县期限', '${foreign}', '2020-01-01', 'unit', 5, 'workingDay', '2026-11-25',
      '2026-12-02', '2026-12-02', false, '[]', '[]', 'running');
  insert into matter_material (jurisdiction, id, matter_id, material, label, origin, status, at, by_label)
    values (${ofMatter}, 'form', '别县材料', 'applicant', 'given', ${at}, '别县人');
  insert into matter_call (jurisdiction, id, matter_id, kind, to_account, to_label, words, by_label, at)
    values (${ofMatter}, 'copy', '${foreign}', '别县人', '别县抄送', '别县人', ${at});
  insert into matter_comment (jurisdiction, id, matter_id, words, at, by_label)
    values (${ofMatter}, '别县批注', ${at}, '别县人');
  insert into matter_link values (${key}, '${foreign}', 'continues', ${at}, '别县人');
  insert into matter_document (jurisdiction, id, matter_id, document, label, number, title, content, content_sha256,
    verification_code, issued_on, issued_at, by_label)
    values (${ofMatter}, '${foreign}', '别县文书', '别县〔2026〕1号', '别县文书', '{}', 'x', '${foreign}', '2026-11-25', ${at}, '别县人');
  insert into document_template values (${key}, 'rights-assistance', 'acceptance', 1, '别县模板.docx', 'x', 'x', '[]', '别县', ${at}, '别县人');
  insert into document_template_choice values (${key}, 'rights-assistance', 'acceptance', '${foreign}', '别县', ${at}, '别县人');
  insert into throttle values (${key}, ${at}, 7);
  insert into matter_draft (jurisdiction, id, matter_type, version, entrance, account_id, entries, origins, step, revision,
    created_at, updated_at, expires_at)
    values (${key}, '${foreign}', 1, 'account', '${foreign}', '{}', '{}', '别县', 1, ${at}, ${at}, '2027-01-01');
  insert into draft_material values (${ofMatter}, '别县材料', '${foreign}', '别县.pdf', 'applicant', null, ${at}, '别县人');
  insert into matter_publication (jurisdiction, id, matter_id, matter_type, title, body, published_on, objections_until)
    values (${ofMatter}, '${foreign}', '别县公示', '{"别县":"别县"}', '2026-11-20', '2026-12-30');
  insert into publication_objection (jurisdiction, id, publication_id, words, at) values (${ofMatter}, '别县异议', ${at});
  insert into opinion_template values (${key}, '${foreign}', '${foreign}', null, null, '别县意见', ${at}, '别县人');
  insert into queue_ticket (jurisdiction, id, day, number, hall, matter_types, code_hash, status, taken_at)
    values (${key}, '2026-11-25', '别县7', 'service-hall', '{}', 'x', 'waiting', ${at});
  insert into rating (jurisdiction, id, matter_id, matter_type, unit_id, channel, level, dimensions, words, at, on_day, status)
    values (${ofMatter}, 'rights-assistance', '${foreign}', 'web', 1, '{}', '别县差评', ${at}, '2026-11-25', 'open');
  insert into rating_act (jurisdiction, id, rating_id, act, words, at, by_label)
    values (${ofMatter}, 'contact', '别县联系', ${at}, '别县人');
  insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, asked_at)
    values (${ofMatter}, '${foreign}', '别县专家', '${foreign}', 'asked', ${at});
  insert into draw (jurisdiction, id, purpose, subject_kind, subject_id, commitment, seed_cipher, inputs, inputs_digest, at, by_label)
    values (${key}, '别县抽取', 'matter', '${foreign}', 'x', '\\x00', '{}', 'x', ${at}, '别县人');
  insert into draw_result (jurisdiction, draw_id, seed, public_value, result, at, by_label)
    values (${key}, 'x', 'x', '[]', ${at}, '别县人');
  insert into webhook (jurisdiction, id, label, url, secret_cipher, kinds, is_active, created_at, by_label)
    values (${key}, '别县推送', 'https://biexian.example', '\\x00', '{}', false, ${at}, '别县人');
  insert into message (jurisdiction, id, channel, to_cipher, to_masked, title, body, subject_kind, subject_id, status, created_at)
    values (${key}, 'sms', '\\x00', '别县号码', '别县短信', '别县', 'matter', '${foreign}', 'sent', ${at})`

/** A living record and an earlier revision of it; every text of theirs would give them away. */
function rowsOfRegister({ table, pastTable, fields }: Register): string {
  const columns = [...fields.values()].flatMap((field) => field.columns)
  const texts = columns.filter(({ type }) => type === 'text' || type === 'text[]')
  const names = ['identity', 'label', 'pinyin', 'tokens', 'digest', 'origin', 'recorded_by', 'act']
  const standard = ['jurisdiction', 'id', 'revision', ...names, 'recorded_at', 'demonstration']
  const past = ['replaced_at', 'ended_by', 'ended_by_label']
  const into = (name: string, more: readonly string[]) =>
    `insert into ${name} (${[...standard, ...texts.map((column) => column.name), ...more].join(', ')})`
  const said = names.map(() => `'别县'`)
  const row = [key, '1', ...said, at, 'false', ...texts.map(({ type }) => (type === 'text' ? `'别县'` : `'{别县}'`))]
  return `${into(table, [])} values (${row.join(', ')});
    ${into(pastTable, past)} values (${[...row, at, `'changed'`, `'别县人'`].join(', ')})`
}
