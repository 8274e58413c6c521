import { defineTexts } from '../../i18n/language.ts'

export const noticesTexts = defineTexts(
  {
    title: '消息',
    lead: '报送的退回和核定、催办督办、延期的答复都在这里。点开即到要处理的那一页。',
    filter: '显示哪些消息',
    unread: '未读',
    all: '全部',
    readAll: '全部标为已读',
    allRead: '没有未读消息',
    allReadLead: '新的催办、退回和核定会出现在这里。',
    none: '还没有消息',
    more: '更早的消息',
    isUnread: '未读',
    today: '今天',
  },
  {
    title: 'Notices',
    lead: 'Returns and approvals, urgings, answers to extensions. Each opens the page where it is dealt with.',
    filter: 'Which notices',
    unread: 'Unread',
    all: 'All',
    readAll: 'Mark all as read',
    allRead: 'Nothing unread',
    allReadLead: 'New urgings, returns and approvals appear here.',
    none: 'No notices yet',
    more: 'Earlier notices',
    isUnread: 'unread',
    today: 'Today',
  },
)
